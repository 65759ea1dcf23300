import { conclude, runSteps } from './steps.ts';
import { verifySteps } from './verify-steps.ts';

conclude(await runSteps(verifySteps(), 2));
