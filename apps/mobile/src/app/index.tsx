import { Redirect } from 'expo-router';
import { useEnrolment } from '../device/use-enrolment.ts';

/** An enrolled device opens at the gate, every other one at its owner's tickets. */
export default function Home() {
  const enrolment = useEnrolment();
  if (enrolment === undefined) return null;
  return <Redirect href={enrolment ? '/scanner' : '/tickets'} />;
}
