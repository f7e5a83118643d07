import type { KyselyPlugin, PrimitiveValueListNode, QueryId, ValueNode } from 'kysely'
import { OperationNodeTransformer } from 'kysely'

/**
 * Text as both engines take it and give it back unchanged: PostgreSQL refuses NUL, and neither keeps
 * half a surrogate pair. Both become U+FFFD.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** Makes every text in every statement storable, so that no foreign name can make one engine fail. */
export function storableTextPlugin(): KyselyPlugin {
  const transformer = new StorableTexts()
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  }
}

class StorableTexts extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode, queryId?: QueryId): ValueNode {
    return { ...super.transformValue(node, queryId), value: storable(node.value) }
  }

  protected override transformPrimitiveValueList(
    node: PrimitiveValueListNode,
    queryId?: QueryId,
  ): PrimitiveValueListNode {
    return {
      ...super.transformPrimitiveValueList(node, queryId),
      values: node.values.map(storable),
    }
  }
}

function storable(value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value
}
