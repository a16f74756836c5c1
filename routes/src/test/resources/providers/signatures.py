# Makes signatures.jsonl (python3 signatures.py >signatures.jsonl) by other code than that under test. License: as this project.
import hmac, hashlib, base64, json, urllib.parse as u
NOW=1764000000; SECRET="s3cr&t=ž"; BASE="https://cb.example"
out=[]
def case(name, provider, method, query, body, fields, ctype="application/x-www-form-urlencoded", fresh=True):
    f={k.lower():v for k,v in fields.items()}
    if body: f["content-type"]=ctype
    out.append(dict(name=name, provider=provider, method=method, path="/sms/receive_%s"%provider, query=query, body=body, fields=f, now=NOW, secret=SECRET, fresh=fresh))
def vonage_sig(params, alg):
    text="".join("&%s=%s"%(k, params[k].replace("&","_").replace("=","_")) for k in sorted(params))
    if alg=="md5": return hashlib.md5((text+SECRET).encode()).hexdigest()
    return hmac.new(SECRET.encode(), text.encode(), alg).hexdigest()
P={"msisdn":"4917","to":"123","messageId":"0A00","text":"a&b=c ž","type":"text","timestamp":str(NOW),"nonce":"n-1"}
for alg in ("md5","sha1","sha256","sha512"):
    s=dict(P); s["sig"]=vonage_sig(P,alg)
    case("vonage query "+alg,"vonage","GET","gateway=g&"+u.urlencode(s),"",{})
s=dict(P); s["sig"]=vonage_sig(P,"sha256").upper()
case("vonage form, upper case","vonage","POST","gateway=g",u.urlencode(s),{})
s=dict(P); s["sig"]=vonage_sig(P,"sha512")
case("vonage json","vonage","POST","gateway=g",json.dumps(s),{},"application/json")
def b64u(b): return base64.urlsafe_b64encode(b).rstrip(b"=").decode()
def jwt(claims, alg="HS256"):
    h=b64u(json.dumps({"typ":"JWT","alg":alg}).encode())+"."+b64u(json.dumps(claims).encode())
    return h+"."+b64u(hmac.new(SECRET.encode(), h.encode(), hashlib.sha256).digest())
body=json.dumps({"message_uuid":"aaaa","to":"123","from":"4917","status":"delivered"})
case("vonage messages, token","vonage","POST","gateway=g",body,{"Authorization":"Bearer "+jwt({"iat":NOW-5,"jti":"x","iss":"Vonage","payload_hash":hashlib.sha256(body.encode()).hexdigest(),"api_key":"abcd"})},"application/json")
# Plivo
url=BASE+"/sms/receive_plivo"
n="12345"
case("plivo v2","plivo","POST","gateway=g","From=4917&Text=Hi",{"X-Plivo-Signature-V2":base64.b64encode(hmac.new(SECRET.encode(),(url+n).encode(),hashlib.sha256).digest()).decode(),"X-Plivo-Signature-V2-Nonce":n},fresh=False)
def v3(query, params):
    q="&".join("%s=%s"%(k,query[k]) for k in sorted(query)); b=url
    if q or params: b+="?"+q
    if q and params: b+="."
    b+="".join(k+params[k] for k in sorted(params))
    return base64.b64encode(hmac.new(SECRET.encode(),(b+"."+n).encode(),hashlib.sha256).digest()).decode()
q={"gateway":"g"}; p={"From":"4917","To":"123","Text":"Grüße & co","MessageUUID":"x"}
case("plivo v3 post","plivo","POST","gateway=g",u.urlencode(p),{"X-Plivo-Signature-V3":v3(q,p),"X-Plivo-Signature-V3-Nonce":n},fresh=False)
case("plivo v3 post, two signatures","plivo","POST","gateway=g",u.urlencode(p),{"X-Plivo-Signature-V3":"AAAA,"+v3(q,p),"X-Plivo-Signature-V3-Nonce":n},fresh=False)
q2={"gateway":"g","Text":"Hi there","From":"4917"}
case("plivo v3 get","plivo","GET",u.urlencode(q2),"",{"X-Plivo-Signature-V3":v3(q2,{}),"X-Plivo-Signature-V3-Nonce":n},fresh=False)
# Twilio
p={"MessageSid":"SM1","Body":"Hi ž&=","From":"+4917","To":"+1555"}
full=BASE+"/sms/receive_twilio?gateway=g"
case("twilio","twilio","POST","gateway=g",u.urlencode(p),{"X-Twilio-Signature":base64.b64encode(hmac.new(SECRET.encode(),(full+"".join(k+p[k] for k in sorted(p))).encode(),hashlib.sha1).digest()).decode()},fresh=False)
# MessageBird
body="id=2&originator=4917&body=Hi"
full=BASE+"/sms/receive_messagebird?gateway=g"
c={"iss":"MessageBird","nbf":NOW-1,"exp":NOW+60,"jti":"x","url_hash":hashlib.sha256(full.encode()).hexdigest(),"payload_hash":hashlib.sha256(body.encode()).hexdigest()}
case("messagebird","messagebird","POST","gateway=g",body,{"MessageBird-Signature-JWT":jwt(c)})
# Android
body=json.dumps({"event":"sms:received","payload":{"message":"Grüße","phoneNumber":"+4917"}},ensure_ascii=False)
case("android","android","POST","gateway=g",body,{"X-Timestamp":str(NOW),"X-Signature":hmac.new(SECRET.encode(),(body+str(NOW)).encode(),hashlib.sha256).hexdigest()},"application/json")
import sys
with sys.stdout as f:
    for o in out: f.write(json.dumps(o,ensure_ascii=False)+"\n")
