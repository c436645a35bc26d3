// RUN: nnc-opt --nn-check-memory --split-input-file --verify-diagnostics %s

func.func @alloc() attributes {nn.entry = "infer"} {
  // expected-error @below {{entry `alloc` allocates memory}}
  %0 = memref.alloc() : memref<4xf32>
  return
}

// -----

func.func @returns(%x: memref<4xf32>) -> memref<4xf32>
    attributes {nn.entry = "infer"} {
  // expected-error @below {{entry `returns` returns memory}}
  return %x : memref<4xf32>
}

// -----

func.func @copies(%x: memref<64x64xf32> {nn.arg = #nn.arg<parameter, "w">},
                  %arena: memref<?xi8>) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %0 = memref.view %arena[%c0][] : memref<?xi8> to memref<64x64xf32>
  // expected-error @below {{entry `copies` copies a parameter}}
  memref.copy %x, %0 : memref<64x64xf32> to memref<64x64xf32>
  return
}
