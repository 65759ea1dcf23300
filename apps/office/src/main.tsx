import './style.css';
import './appearance.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { sweepDrafts } from './record/draft-store.ts';

// A new version was put in the old one's place, whose screens are gone: take the new one. Once a minute at most, since without network
// nothing loads either.
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('office.reloaded') ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('office.reloaded', String(Date.now()));
  location.reload();
});

// The page's policy forbids code made from text, which zod would otherwise try once.
z.config({ jitless: true });

sweepDrafts(localStorage, Date.now());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
