import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'
import type { BatchKind } from '#contract/batch.ts'
import type { List } from '#contract/list.ts'

type KindWords = Record<BatchKind, { goes: string; stays: string; undo: string }>
type Encodings = Record<List['encoding'], string>
type Delimiters = Record<List['delimiter'], string>

const kindsEn: KindWords = {
  suspend: {
    goes: 'Sign-in',
    stays: 'Profile, identities, departments, roles, groups',
    undo: 'Yes: Reactivate at any time',
  },
  resign: {
    goes: 'Departments, roles, groups, positions, authorizations',
    stays: 'Profile and identities; the account is disabled',
    undo: 'No. A snapshot is saved first',
  },
  delete: {
    goes: 'The account, profile, identities and history',
    stays: 'Our audit entry and the last snapshot',
    undo: 'No',
  },
  reactivate: {
    goes: 'The suspension',
    stays: 'Everything; each account gets back the status it had',
    undo: 'Yes: Suspend at any time',
  },
}

const encodings: Omit<Encodings, 'utf-8-bom'> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
}
const encodingsEn: Encodings = { ...encodings, 'utf-8-bom': 'UTF-8 with BOM' }
const delimitersEn: Delimiters = {
  comma: 'comma',
  tab: 'tab',
  semicolon: 'semicolon',
  none: 'one column',
}

const rows = (count: number) => plural(count, { one: '1 row', other: `${figure(count)} rows` })
const andMore = (shown: readonly number[], count: number) =>
  shown.map(figure).join(', ') + (count > shown.length ? ', …' : '')

const en = {
  between: ' · ',
  kinds: 'What is done',
  kindHead: 'Kind',
  goesHead: 'What goes',
  staysHead: 'What stays',
  undoHead: 'Can it be undone?',
  kind: kindsEn,
  endSessions: 'End signed-in sessions first',
  endSessionsFor: 'with Resign and Delete',
  who: 'Who is on the list',
  whoOf: (lists: number, count: number) => `${figure(lists)} lists, ${rows(count)}`,
  drop: 'Drop a file here, or anywhere on this page',
  dropNow: 'Let go: the file becomes the list',
  dropBeside: 'Let go: then say whether the file replaces the list or comes after it',
  dropFacts: 'CSV, TSV or TXT, up to 20 MB. UTF-8, UTF-16 and GB18030 are recognised.',
  chooseFile: 'Choose a file…',
  file: 'File with a list',
  or: 'or',
  paste: 'Paste ids, or rows from a spreadsheet',
  pasteExample: '0010118\twang.fang@hanlin.example\n0010203\tgu.yan@hanlin.example',
  pasteFacts: 'One person a line. E-mails, phones, usernames and ids may be mixed.',
  addLines: (count: number) =>
    count === 0
      ? 'Add lines'
      : plural(count, { one: 'Add 1 line', other: `Add ${figure(count)} lines` }),
  cancel: 'Cancel',
  more: 'Comes after the list that is here',
  replacing: 'Takes the place of the list that is here',
  sending: (name: string, percent: number) => `Sending ${name}: ${figure(percent)} %`,
  reading: (name: string) => `${name} has arrived and is being read…`,
  progress: 'Progress of sending',
  received: (name: string, count: number) => `${name} was received: ${rows(count)}.`,
  whichWay: (name: string) => `${name}: does it replace the list that is here, or come after it?`,
  replaceIt: 'Replace the list',
  addIt: 'Add to the list',
  pasted: 'Pasted lines',
  selection: (count: number) =>
    plural(count, {
      one: '1 person ticked in the directory',
      other: `${figure(count)} people ticked in the directory`,
    }),
  carriedOn: (count: number, parent: string) => `${rows(count)} carried on from ${parent}`,
  rows,
  columnCount: (count: number) =>
    plural(count, { one: '1 column', other: `${figure(count)} columns` }),
  encoding: encodingsEn,
  delimiter: delimitersEn,
  replace: 'Replace',
  replaceAll: 'Replace all',
  pasteMore: 'Paste more',
  remove: 'Remove',
  removeWhat: (name: string) => `Remove: ${name}`,
  removed: (name: string) => `${name} was removed from the list.`,
  kindOfId: 'Kind of id',
  auto: 'Auto',
  header: 'First line names the columns',
  role: { id: 'Id column', name: 'Name column', none: 'Not used' },
  roleOf: (number: number, name: string) => `Use of column ${number}, ${name}`,
  roleOfUnnamed: (number: number) => `Use of column ${number}`,
  column: (number: number) => `Column ${number}`,
  row: 'Row',
  beginning: (name: string) => `How ${name} begins`,
  asWritten: 'as written',
  blank: 'no id',
  numberLost: 'Number format lost',
  rowsOf: (from: number, to: number, total: number) =>
    `Rows ${figure(from)}–${figure(to)} of ${figure(total)}`,
  zerosKept: 'Leading zeros are kept',
  rounded: (count: number, at: readonly number[]) =>
    plural(count, {
      one: `1 cell was rounded by a spreadsheet: row ${andMore(at, count)}`,
      other: `${figure(count)} cells were rounded by a spreadsheet: rows ${andMore(at, count)}`,
    }),
  suggestName:
    'Is there a column with names? Choose it as the name column: every name is then compared with the account, and a wrong person is noticed before anything is sent.',
  notReceived: 'The list was not received.',
  notRead: 'The list did not load.',
  notChanged: 'The change was not saved.',
  tooLong: (max: number) =>
    `It would be more than ${figure(max)} rows, the most that one batch takes. Nothing of it was kept; split the file.`,
  unreadable:
    'It does not read as text in rows and columns. Save it as CSV or TSV and drop that. A list has at most 200 columns, a cell at most 1,024 characters.',
  blankList: 'No row of it has an id.',
  tooLarge: 'A list may have 20 MB.',
  noDraft: 'The batch is no longer a draft, so its list stays as it is.',
  several: (count: number) =>
    `${figure(count)} files at once: drop one after the other. Nothing was received.`,
  folder: 'A folder cannot be a list. Drop the file itself.',
  noFile: 'That was not a file. Nothing was received.',
  fileTooLarge: (name: string, megabytes: string) =>
    `${name} has ${megabytes} MB; a list may have 20 MB. Nothing was sent.`,
  fileEmpty: (name: string) => `${name} is empty. Nothing was sent.`,
  notText: (name: string) =>
    `${name} is not a text file. Save the sheet as CSV and drop that. Nothing was sent.`,
  busy: (name: string) => `A list is still on its way. Drop ${name} again once it has arrived.`,
  fileGone: (name: string) => `${name} can no longer be read from the disk. Choose it again.`,
  title: 'Title',
  reason: 'Reason or ticket',
  required: '(required)',
  untitled: 'no title yet',
  noReason: 'no reason yet',
  edit: 'Edit list',
  show: 'Show the list',
  savedAt: (at: string) => `Draft saved ${at}`,
  saved: 'Draft saved',
  saving: 'Saving…',
  notSaved: 'Not saved.',
  notYet: 'The draft is saved from the first row on.',
  openCheck: 'Open the check',
  opensWithList: 'Begins by itself with the first row.',
}

const zh: typeof en = {
  between: ' · ',
  kinds: '执行的操作',
  kindHead: '类型',
  goesHead: '移除什么',
  staysHead: '保留什么',
  undoHead: '能否撤销？',
  kind: {
    suspend: {
      goes: '登录',
      stays: '资料、身份、部门、角色、用户组',
      undo: '能：随时可以恢复',
    },
    resign: {
      goes: '部门、角色、用户组、岗位、授权',
      stays: '资料和身份；账号被禁用',
      undo: '不能。会先保存快照',
    },
    delete: {
      goes: '账号、资料、身份和历史',
      stays: '我们的审计条目和最后的快照',
      undo: '不能',
    },
    reactivate: {
      goes: '停用状态',
      stays: '全部保留；每个账号回到原来的状态',
      undo: '能：随时可以停用',
    },
  },
  endSessions: '先结束已登录的会话',
  endSessionsFor: '用于办理离职和彻底删除',
  who: '名单上有谁',
  whoOf: (lists, count) => `${figure(lists)} 份名单，共 ${figure(count)} 行`,
  drop: '把文件拖到此处，或本页任意位置',
  dropNow: '松开即作为名单',
  dropBeside: '松开后，选择取代名单还是接在其后',
  dropFacts: 'CSV、TSV 或 TXT，最大 20 MB。自动识别 UTF-8、UTF-16 和 GB18030。',
  chooseFile: '选择文件…',
  file: '名单文件',
  or: '或',
  paste: '粘贴 ID，或从电子表格复制的行',
  pasteExample: '0010118\twang.fang@hanlin.example\n0010203\tgu.yan@hanlin.example',
  pasteFacts: '每行一人。邮箱、手机号、用户名和各种 ID 可以混用。',
  addLines: (count) => (count === 0 ? '添加行' : `添加 ${figure(count)} 行`),
  cancel: '取消',
  more: '接在现有名单之后',
  replacing: '取代现有名单',
  sending: (name, percent) => `正在发送 ${name}：${figure(percent)} %`,
  reading: (name) => `${name} 已送达，正在读取…`,
  progress: '发送进度',
  received: (name, count) => `已收到 ${name}：${figure(count)} 行。`,
  whichWay: (name) => `${name}：取代现有名单，还是接在其后？`,
  replaceIt: '取代名单',
  addIt: '添加到名单',
  pasted: '粘贴的行',
  selection: (count) => `在用户目录中勾选的 ${figure(count)} 人`,
  carriedOn: (count, parent) => `接续自 ${parent} 的 ${figure(count)} 行`,
  rows: (count) => `${figure(count)} 行`,
  columnCount: (count) => `${figure(count)} 列`,
  encoding: { ...encodings, 'utf-8-bom': 'UTF-8（带 BOM）' },
  delimiter: { comma: '逗号分隔', tab: '制表符分隔', semicolon: '分号分隔', none: '单列' },
  replace: '替换',
  replaceAll: '全部替换',
  pasteMore: '继续粘贴',
  remove: '移除',
  removeWhat: (name) => `移除：${name}`,
  removed: (name) => `已从名单中移除 ${name}。`,
  kindOfId: 'ID 类型',
  auto: '自动',
  header: '第一行是列名',
  role: { id: 'ID 列', name: '姓名列', none: '不使用' },
  roleOf: (number, name) => `第 ${number} 列“${name}”的用途`,
  roleOfUnnamed: (number) => `第 ${number} 列的用途`,
  column: (number) => `第 ${number} 列`,
  row: '行',
  beginning: (name) => `${name} 的开头`,
  asWritten: '原文',
  blank: '无 ID',
  numberLost: '数字格式已丢失',
  rowsOf: (from, to, total) => `第 ${figure(from)}–${figure(to)} 行，共 ${figure(total)} 行`,
  zerosKept: '保留前导零',
  rounded: (count, at) => `${figure(count)} 个单元格被电子表格取整：第 ${andMore(at, count)} 行`,
  suggestName: '名单里有姓名列吗？选为姓名列后，每个姓名都会与账号核对，弄错人时会在发送之前发现。',
  notReceived: '名单未能接收。',
  notRead: '名单未能加载。',
  notChanged: '更改未能保存。',
  tooLong: (max) =>
    `总行数将超过单个批次的上限 ${figure(max)} 行。未保留其中任何内容，请拆分文件。`,
  unreadable:
    '无法作为分行分列的文本读取。请另存为 CSV 或 TSV 后再拖入。名单最多 200 列，每个单元格最多 1,024 个字符。',
  blankList: '其中没有任何一行含有 ID。',
  tooLarge: '名单最大 20 MB。',
  noDraft: '该批次已不是草稿，名单保持不变。',
  several: (count) => `一次拖入了 ${figure(count)} 个文件：请逐个拖入。未接收任何内容。`,
  folder: '文件夹不能作为名单，请拖入文件本身。',
  noFile: '拖入的不是文件，未接收任何内容。',
  fileTooLarge: (name, megabytes) => `${name} 有 ${megabytes} MB；名单最大 20 MB。未发送任何内容。`,
  fileEmpty: (name) => `${name} 是空文件。未发送任何内容。`,
  notText: (name) => `${name} 不是文本文件。请将表格另存为 CSV 后再拖入。未发送任何内容。`,
  busy: (name) => `上一份名单仍在途中，请待其送达后再拖入 ${name}。`,
  fileGone: (name) => `${name} 已无法从磁盘读取，请重新选择。`,
  title: '标题',
  reason: '原因或工单号',
  required: '（必填）',
  untitled: '尚无标题',
  noReason: '尚无原因',
  edit: '编辑名单',
  show: '查看名单',
  savedAt: (at) => `草稿已于 ${at} 保存`,
  saved: '草稿已保存',
  saving: '正在保存…',
  notSaved: '未能保存。',
  notYet: '从第一行起，草稿即会保存。',
  openCheck: '打开检查',
  opensWithList: '有第一行后自动开始。',
}

/** What is said of the list of a batch, and of receiving it. */
export const listWords: InBoth<typeof en> = { en, zh }
