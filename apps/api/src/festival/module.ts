import type { DomainModule } from '../platform/domain-module.ts';
import { festivalHttp } from './http.ts';

export const festivalModule: DomainModule = { name: 'festival', controllers: [festivalHttp] };
