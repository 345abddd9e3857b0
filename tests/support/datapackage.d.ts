/** What tests use of the library of the standard, which has no types of its own. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options?: { keyed?: boolean }): Promise<unknown[]>;
  }
  interface Package {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
    getResource(name: string): Resource;
  }
  const datapackage: { readonly Package: { load(path: string): Promise<Package> } };
  export default datapackage;
}
