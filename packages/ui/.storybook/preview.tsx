import type { Decorator, Preview } from '@storybook/react-vite';
import { TooltipProvider } from '../src/tooltip.tsx';
import './preview.css';

/** As in a face: in the chosen scheme, which what floats above the page must know too. */
const inScheme: Decorator = (Story, { globals }) => {
  document.documentElement.dataset['theme'] = String(globals['scheme']);
  return (
    <TooltipProvider>
      <Story />
    </TooltipProvider>
  );
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [inScheme],
  // The browser tests run axe themselves, and it does not run twice at once.
  initialGlobals: { scheme: 'light', a11y: { manual: true } },
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: { title: 'Scheme', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  parameters: { layout: 'padded', a11y: { test: 'error' } },
};

export default preview;
