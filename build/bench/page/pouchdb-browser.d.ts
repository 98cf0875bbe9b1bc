declare module 'pouchdb-browser' {
  class PouchDB {
    constructor(name: string);
    put(document: { readonly _id: string }): Promise<{ readonly ok: boolean }>;
    destroy(): Promise<unknown>;
  }
  export = PouchDB;
}
