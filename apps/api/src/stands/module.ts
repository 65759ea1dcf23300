import type { DomainModule } from '../platform/domain-module.ts';
import { standsHttp } from './http.ts';

export const standsModule: DomainModule = { name: 'stands', controllers: [standsHttp] };
