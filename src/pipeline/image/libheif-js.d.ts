// The part of libheif-js that `heic-worker.ts` uses; the package describes its wasm exports only, not the bundle.
declare module 'libheif-js/wasm-bundle.js' {
  namespace libheif {
    interface Fault {
      readonly code: unknown;
      readonly message: string;
    }
    interface Plane {
      readonly id: unknown;
      readonly width: number;
      readonly height: number;
      readonly stride: number;
      readonly data: Uint8Array;
    }
    interface Decoded {
      readonly channels: readonly Plane[];
    }
    interface Context {
      readonly context: unique symbol;
    }
    interface Handle {
      readonly handle: unique symbol;
    }
  }
  const libheif: {
    readonly heif_error_code: { readonly heif_error_Ok: unknown };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
    readonly heif_chroma: {
      readonly heif_chroma_interleaved_RGB: unknown;
      readonly heif_chroma_interleaved_RGBA: unknown;
    };
    readonly heif_channel: { readonly heif_channel_interleaved: unknown };
    heif_context_alloc(): libheif.Context;
    heif_context_read_from_memory(context: libheif.Context, bytes: Uint8Array): libheif.Fault;
    heif_js_context_get_primary_image_handle(context: libheif.Context): libheif.Handle | libheif.Fault | null;
    heif_image_handle_get_width(handle: libheif.Handle): number;
    heif_image_handle_get_height(handle: libheif.Handle): number;
    heif_image_handle_has_alpha_channel(handle: libheif.Handle): number | boolean;
    heif_js_decode_image2(
      handle: libheif.Handle,
      colorspace: unknown,
      chroma: unknown,
    ): libheif.Decoded | libheif.Fault | null | Promise<libheif.Decoded | libheif.Fault | null>;
  };
  export = libheif;
}

// The compiler knows WebAssembly only together with the browser's other types.
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  const Memory: { readonly prototype: { grow: (this: Memory, pages: number) => number } };
}
