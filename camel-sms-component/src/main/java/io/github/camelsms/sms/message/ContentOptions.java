package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.MessageClass;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.List;
import java.util.Optional;

/**
 * What a sender asks for beside the content itself. Begin with {@link #NONE}.
 *
 * @param elements that every part carries in its user data header, such as ports
 * @param messageClass where the phone shows or keeps the message
 * @param dataCodingScheme given outright; it decides the alphabet, and a class beside it is refused
 * @param protocolIdentifier of the TPDUs
 */
public record ContentOptions(
        List<InformationElement> elements,
        Optional<MessageClass> messageClass,
        Optional<DataCodingScheme> dataCodingScheme,
        Optional<ProtocolIdentifier> protocolIdentifier) {

    public static final ContentOptions NONE =
            new ContentOptions(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ContentOptions {
        elements = List.copyOf(elements);
        if (messageClass.isPresent() && dataCodingScheme.isPresent()) {
            throw new IllegalArgumentException(
                    "give either a message class or a data coding scheme, which has a class of its own");
        }
    }

    /** With the elements of a header that a sender has given. */
    public ContentOptions withHeader(UserDataHeader header) {
        return new ContentOptions(header.elements(), messageClass, dataCodingScheme, protocolIdentifier);
    }

    public ContentOptions withMessageClass(MessageClass newClass) {
        return new ContentOptions(elements, Optional.of(newClass), dataCodingScheme, protocolIdentifier);
    }

    public ContentOptions withDataCodingScheme(DataCodingScheme scheme) {
        return new ContentOptions(elements, messageClass, Optional.of(scheme), protocolIdentifier);
    }

    public ContentOptions withProtocolIdentifier(ProtocolIdentifier identifier) {
        return new ContentOptions(elements, messageClass, dataCodingScheme, Optional.of(identifier));
    }
}
