import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const en = {
  syncRelations: 'Sync relations',
  mayComeBack: 'While this exists, the directory may change or bring back this user.',
  directory: (provider: string) =>
    provider.endsWith('Directory') ? provider : `${provider} directory`,
  unknown: 'Unknown source — cannot be deleted from here',
  idAt: (directory: string | null) =>
    directory === null ? 'ID at the unknown source' : `ID at ${directory}`,
  profile: 'Profile at source',
  deleteRelation: 'Delete relation',
  deleteOf: (provider: string, id: string | null) =>
    id === null ? `Delete relation ${provider}` : `Delete relation ${provider}, ${id}`,
  none: 'No directory is connected.',
  notRead: 'The sync relations did not load.',
  title: (provider: ReactNode, name: ReactNode): ReactNode => (
    <>
      Delete the {provider} relation of {name}?
    </>
  ),
  onlyConnection: (provider: string) =>
    `The user stays here and in ${provider}; only the connection goes.`,
  several: (count: number, provider: string) =>
    plural(count, {
      one: `1 relation of ${provider} goes:`,
      other: `All ${figure(count)} relations of ${provider} go:`,
    }),
  nextSync: 'The next sync may connect them again or create a second account.',
  cannotBeUndone: 'This cannot be undone here.',
  confirm: 'Delete relation',
  sending: 'Deleting…',
  nothingLeft: 'Nothing is left to delete.',
}

const zh: typeof en = {
  syncRelations: '同步关系',
  mayComeBack: '只要此关系存在，通讯录就可能修改或重新带回该用户。',
  directory: (provider) => `${provider}通讯录`,
  unknown: '来源未知，无法在此删除',
  idAt: (directory) => (directory === null ? '未知来源中的 ID' : `${directory}中的 ID`),
  profile: '来源中的资料',
  deleteRelation: '删除关系',
  deleteOf: (provider, id) =>
    id === null ? `删除${provider}同步关系` : `删除${provider}同步关系（${id}）`,
  none: '没有连接任何通讯录。',
  notRead: '同步关系未能加载。',
  title: (provider, name) => (
    <>
      删除{name}的{provider}同步关系？
    </>
  ),
  onlyConnection: (provider) => `用户在此处和${provider}中均会保留，只移除两者之间的连接。`,
  several: (count, provider) => `将移除${provider}的 ${figure(count)} 个同步关系：`,
  nextSync: '下次同步可能重新建立连接，或创建第二个账号。',
  cannotBeUndone: '此操作在此无法撤销。',
  confirm: '删除关系',
  sending: '正在删除…',
  nothingLeft: '已没有可删除的关系。',
}

/** What is said about sync relations and deleting them. */
export const syncRelationWords: InBoth<typeof en> = { en, zh }
