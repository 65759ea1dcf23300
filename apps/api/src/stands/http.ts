import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { createProduct, deleteProduct, updateProduct } from './edit-product.ts';
import { createStand, deleteStand, updateStand } from './edit-stand.ts';
import { restoreStockItem } from './restore-stock.ts';
import { createStockItem, deleteStockItem, listStock, updateStockItem } from './edit-stock.ts';
import { applyImport, exportProducts, previewImport } from './import-products.ts';
import { listStands } from './list-stands.ts';
import { listMovements, moveStock } from './move-stock.ts';
import { showProductPicture } from './show-product-picture.ts';
import { restoreProduct, restoreStand } from './restore.ts';
import { saveProducts } from './save-products.ts';

export const standsHttp = controller('stands', api.stands, {
  listStands,
  createStand,
  updateStand,
  deleteStand,
  restoreStand,
  restoreProduct,
  createProduct,
  updateProduct,
  deleteProduct,
  showProductPicture,
  saveProducts,
  exportProducts,
  previewImport,
  applyImport,
  listStock,
  createStockItem,
  updateStockItem,
  deleteStockItem,
  restoreStockItem,
  moveStock,
  listMovements,
});
