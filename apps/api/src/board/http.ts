import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { getBoard } from './get-board.ts';

export const boardHttp = controller('board', api.board, { getBoard });
