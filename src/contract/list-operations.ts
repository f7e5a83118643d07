import { z } from 'zod'
import { Batch, BatchParams } from './batch.ts'
import { ColumnsRequest, ListParams, ListQuery, ListsReply } from './list.ts'
import { operation } from './operation.ts'

const editing = ['not_found', 'wrong_state', 'role_required', 'cannot_record'] as const

/** Where the rows of a batch come from. */
export const listOperations = {
  addList: operation({
    name: 'addList',
    method: 'post',
    path: '/api/lists',
    summary: 'Receive a file or pasted lines as the list of a draft, and check it; nothing is sent',
    needs: 'operator',
    mutates: true,
    upload: true,
    query: ListQuery,
    reply: Batch,
    refusals: [...editing, 'blank_list', 'list_too_long', 'list_unreadable', 'list_on_its_way'],
  }),
  getLists: operation({
    name: 'getLists',
    method: 'get',
    path: '/api/batches/{batchId}/lists',
    summary: 'The lists of a batch, how they were read, and how they begin',
    needs: 'viewer',
    mutates: false,
    params: BatchParams,
    reply: ListsReply,
    refusals: ['not_found'],
  }),
  setColumns: operation({
    name: 'setColumns',
    method: 'post',
    path: '/api/batches/{batchId}/lists/{listId}/columns',
    summary: 'Say which column holds the ids and which the names, and check again',
    needs: 'operator',
    mutates: true,
    params: ListParams,
    body: ColumnsRequest,
    reply: Batch,
    refusals: [...editing, 'blank_list', 'list_too_long', 'list_unreadable'],
  }),
  removeList: operation({
    name: 'removeList',
    method: 'post',
    path: '/api/batches/{batchId}/lists/{listId}/remove',
    summary: 'Take a list out of a draft',
    needs: 'operator',
    mutates: true,
    params: ListParams,
    body: z.object({}),
    reply: Batch,
    refusals: editing,
  }),
} as const
