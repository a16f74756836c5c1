package io.github.camelsms.sms.account;

/**
 * Users of another system, such as a directory, who may send as well: asked after the accounts, when
 * none of them has this name and password. What they may do is said by an account of their name without a password, or by the group
 * that is called as the domain behind their {@code @}, or by the group {@code default}.
 *
 * <p>A bean of this type in the registry is found by the gateway. It is called on a thread that waits for it, never
 * more often than {@link LoginGuard} allows; its answers are not remembered.
 */
@FunctionalInterface
public interface SystemUsers {

    /** Nobody else. */
    SystemUsers NONE = (name, password) -> false;

    /** Whether there is a user of this name and this is the password; the same time for either no. */
    boolean authenticate(String name, String password);
}
