import { PaymentsSection } from './payments-section.tsx';
import { PresentmentSection } from './presentment-section.tsx';

/** How the festival takes money, and in which currencies it shows its prices. */
export function PaymentsScreen() {
  return (
    <div className="space-y-5">
      <PaymentsSection />
      <PresentmentSection />
    </div>
  );
}
