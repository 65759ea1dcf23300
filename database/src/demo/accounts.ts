/** Somebody to try the demo as. */
export interface DemoAccount {
  role: string;
  email: string;
  password: string;
  name: string;
  language: 'fr' | 'en' | 'de' | 'es' | 'it' | 'pt';
}

const password = 'festivals-demo';

/** The demo's people. Their password is public: this list is printed at start and must never leave a demo. */
export const demoAccounts: readonly DemoAccount[] = [
  { role: 'organiser', email: 'organiser@demo.example', password, name: 'Noor Delvaux', language: 'fr' },
  { role: 'finance', email: 'finance@demo.example', password, name: 'Tomás Echevarría', language: 'es' },
  { role: 'programmer', email: 'programmer@demo.example', password, name: 'Giulia Ferrandi', language: 'it' },
  { role: 'staff', email: 'staff@demo.example', password, name: 'Jonas Brandt', language: 'de' },
  { role: 'security', email: 'security@demo.example', password, name: 'Inês Carvalhal', language: 'pt' },
  { role: 'super-admin', email: 'admin@demo.example', password, name: 'Robin Achterberg', language: 'en' },
  { role: 'visitor', email: 'visitor@demo.example', password, name: 'Camille Rousselle', language: 'fr' },
  {
    role: 'organiser of another festival',
    email: 'harbour@demo.example',
    password,
    name: 'Wout Zeevaert',
    language: 'en',
  },
];
