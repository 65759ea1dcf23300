import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { getPaymentSettings, listPaymentWays, updatePaymentSettings } from './payment-settings.ts';
import { getPresentment, updatePresentment } from './presentment.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { settleDifference, settleNews, watchPayments } from './watch-payments.ts';

export const paymentsHttp = controller('payments', api.payments, {
  receiveWebhook,
  listPaymentWays,
  getPaymentSettings,
  updatePaymentSettings,
  getPresentment,
  updatePresentment,
  watchPayments,
  settleDifference,
  settleNews,
});
