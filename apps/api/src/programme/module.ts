import type { DomainModule } from '../platform/domain-module.ts';
import { programmeHttp } from './http.ts';

export const programmeModule: DomainModule = { name: 'programme', controllers: [programmeHttp] };
