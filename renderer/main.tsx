import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { invariant } from '#shared/core/assert.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import { App } from './app/app.tsx';
import { createDesk } from './app/desk/desk.ts';
import { DeskProvider } from './app/desk/desk-provider.tsx';
import { refuseDroppedFiles } from './app/refuse-drops.ts';

// The policy of the window forbids code made from text.
z.config({ jitless: true });

refuseDroppedFiles(document);

/** Put there by the preload. */
const { desk } = window as unknown as { readonly desk: DeskApi };

const place = document.getElementById('root');
invariant(place, 'the page has a root');
createRoot(place).render(
  <StrictMode>
    <DeskProvider desk={createDesk(desk)}>
      <App />
    </DeskProvider>
  </StrictMode>,
);
