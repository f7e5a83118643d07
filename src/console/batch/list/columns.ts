import type { ColumnsRequest, List } from '#contract/list.ts'

/** What a column of a list is used as. */
export type Role = 'id' | 'name' | 'none'

/** How a list is read: what somebody may change about it. */
export function columnsOf({ header, idColumn, nameColumn, idKind }: List): ColumnsRequest {
  return { header, idColumn, nameColumn, idKind }
}

/** What a column is used as now. */
export function roleOf(columns: ColumnsRequest, column: number): Role {
  if (column === columns.idColumn) return 'id'
  return column === columns.nameColumn ? 'name' : 'none'
}

/** The roles that a column may get: the ids have to stand somewhere. */
export function rolesFor(columns: ColumnsRequest, column: number): readonly Role[] {
  if (column !== columns.idColumn) return ['id', 'name', 'none']
  return columns.nameColumn === null ? ['id'] : ['id', 'name']
}

/**
 * Gives a column another role. Id and name change places where one takes the other's column, so that
 * the ids stand somewhere and a comparison of names is not lost on the way.
 */
export function withRole(columns: ColumnsRequest, column: number, role: Role): ColumnsRequest {
  const { idColumn, nameColumn } = columns
  switch (role) {
    case 'id':
      return {
        ...columns,
        idColumn: column,
        nameColumn: nameColumn === column ? idColumn : nameColumn,
      }
    case 'name':
      if (column !== idColumn) return { ...columns, nameColumn: column }
      return nameColumn === null
        ? columns
        : { ...columns, idColumn: nameColumn, nameColumn: idColumn }
    case 'none':
      return nameColumn === column ? { ...columns, nameColumn: null } : columns
    default:
      return role satisfies never
  }
}
