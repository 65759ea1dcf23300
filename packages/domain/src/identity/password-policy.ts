/** Passwords that length alone lets pass although guessers try them first; in lower case, of ten characters or more. */
const common = new Set(
  `0123456789 0987654321 1029384756 1111111111 1122334455 1212121212 123123123123 1234512345 1234567890 12345678910
  123456789a 123456789q 1234567891 123456789abc 1234qwerasdf 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 9876543210 a123456789
  aa12345678 abc123456789 abcd123456 abcdefghij abcdefghijk adminadmin admin12345 administrator asdf123456 asdfghjkl1
  asdfghjkl; azertyuiop azerty12345 azerty123456 bienvenido1 bienvenue1 changeme123 changeme1234 contrasena contraseña
  contraseña1 doudou1234 football123 football1234 fußball123 hallo12345 iloveyou12 iloveyou123 iloveyou1234 jetaime123
  letmein123 letmein1234 liverpool1 liverpool123 loulou1234 michael123 motdepasse motdepasse1 motdepasse123 p@ssw0rd12
  p@ssw0rd123 palavrapasse parola1234 passw0rd123 password01 password10 password11 password12 password123 password1234
  password12345 password123456 password!1 password1! passwort12 passwort123 passwort1234 princess123 q1w2e3r4t5 q1w2e3r4t5y6
  qazwsxedcrfv qazwsx1234 qwer1234qwer qwerasdfzxcv qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop1
  qwertyuiop123 qwertz1234 qwertzuiop schatz1234 secret1234 senha12345 senha123456 superman123 tequiero123 test123456
  testtest123 welcome123 welcome1234 willkommen willkommen1 zaq12wsxcde3 zxcvbnm123 ciaociao123 festival123 festival1234
  festival2025 festival2026 festivals123`.split(/\s+/),
);

export type PasswordWeakness = 'common' | 'monotonous' | 'personal';

/** Who chooses the password: it must not be made of what everyone knows of them. */
export interface PasswordOwner {
  email: string;
  name: string;
}

/**
 * Why a password that is long enough is still no protection, or null when it may pass.
 * A list of common ones and context-specific words, no rules on kinds of characters (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordWeakness(password: string, owner: PasswordOwner): PasswordWeakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (common.has(plain)) return 'common';
  if (new Set(plain).size < 4 || isRun(plain)) return 'monotonous';
  return personalWords(owner).some((word) => plain.replaceAll(word, '').length < 4) ? 'personal' : null;
}

/** Whether each character follows the one before in the alphabet, up or down. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

function personalWords({ email, name }: PasswordOwner): string[] {
  const address = email.toLowerCase();
  const whole = name.toLowerCase();
  const words = [address, address.split('@')[0] ?? '', whole, whole.replaceAll(/\s+/g, ''), ...whole.split(/\s+/)];
  return words.filter((word) => word.length >= 4);
}
