import { dictionary } from '@zxcvbn-ts/language-common';

/** What the list of the package lacks: newer services, other languages, and phrases that long passwords are made of. */
const ours = `
login twitter instagram linkedin yahoo hotmail gmail ubuntu fortnite roblox passwort kennwort motdepasse contrasena
wachtwoord salasana losenord adgangskode passord heslo haslo jelszo lozinka sifre parola juventus1 doudou qwertz
qwertzuiop poiuytrewq lkjhgfdsa mnbvcxz zaq1zaq1 root123 demo123 guest123 oracle1 limen identity
correcthorsebatterystaple thisismypassword thisisapassword thisismysecret mypasswordis mypassword iforgotmypassword
passwordpassword changemeplease letmeinplease opensesame iloveyousomuch iloveyouforever iamtheboss godblessyou
tobeornottobe maytheforcebewithyou onceuponatime twinkletwinklelittlestar happybirthdaytoyou inthebeginningwasthe
`.trim().split(/\s+/);

/** Some 49,000 passwords that people choose most, commonest first, in lower case; offline. */
export const commonPasswords: readonly string[] = [...new Set([...dictionary['passwords-common'], ...ours])];
