declare module 'ipp-encoder' {
  export interface IppAttribute {
    readonly tag: number;
    readonly name: string;
    readonly value: unknown;
  }
  export interface IppGroup {
    readonly tag: number;
    readonly attributes: readonly IppAttribute[];
  }
  export interface IppRequest {
    readonly operationId: number;
    readonly requestId: number;
    readonly groups: readonly IppGroup[];
  }
  export const CONSTANTS: {
    readonly GET_JOB_ATTRIBUTES: number;
    readonly GET_PRINTER_ATTRIBUTES: number;
    readonly OPERATION_ATTRIBUTES_TAG: number;
    readonly CHARSET: number;
    readonly NATURAL_LANG: number;
    readonly URI: number;
    readonly NAME_WITHOUT_LANG: number;
    readonly KEYWORD: number;
  };
  export const request: {
    readonly encode: (request: IppRequest, into: Buffer) => Buffer;
    readonly encodingLength: (request: IppRequest) => number;
  };
  export const response: {
    readonly decode: (answer: Buffer) => {
      readonly statusCode: number;
      readonly groups: readonly IppGroup[];
    };
  };
}
