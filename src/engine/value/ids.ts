/**
 * Numbers for places and values: a variable, a member of an object, an expression, a copy made at a call. A place and the value
 * that is first read from it share a number, so that a guard on a value and a read of its place meet.
 */
export class Ids {
  private next = 1;
  private readonly objects = new Map<object, number>();
  private readonly childMaps = new Map<number, Map<string, number>>();
  private readonly copies = new Map<string, number>();
  private readonly originals = new Map<number, number>();

  fresh(): number {
    return this.next++;
  }

  /** Of a variable, a node, a class: the same object has the same number. */
  of(object: object): number {
    let id = this.objects.get(object);
    if (id === undefined) this.objects.set(object, (id = this.next++));
    return id;
  }

  /** The member `name` of `base`; `*` is any element. */
  child(base: number, name: string): number {
    let map = this.childMaps.get(base);
    if (!map) this.childMaps.set(base, (map = new Map()));
    let id = map.get(name);
    if (id === undefined) map.set(name, (id = this.next++));
    return id;
  }

  /** Members of `base` that anyone has spoken of. */
  children(base: number): ReadonlyMap<string, number> | undefined {
    return this.childMaps.get(base);
  }

  /** The copy of object `id` that a call at `node` makes (an object that a callee returns). */
  copy(node: object, id: number): number {
    const key = `${this.of(node)}:${id}`;
    let copy = this.copies.get(key);
    if (copy === undefined) {
      this.copies.set(key, (copy = this.next++));
      this.originals.set(copy, this.originalOf(id));
    }
    return copy;
  }

  /** What this is a copy of, through copies of copies; itself if it is none. */
  originalOf(id: number): number {
    return this.originals.get(id) ?? id;
  }
}
