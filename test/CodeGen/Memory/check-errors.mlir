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

// -----

// A small one: if it is only read, no copy is needed.
func.func @small(%x: memref<8xf32> {nn.arg = #nn.arg<parameter, "b">},
                 %arena: memref<?xi8>) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %0 = memref.view %arena[%c0][] : memref<?xi8> to memref<8xf32>
  // expected-error @below {{entry `small` copies a parameter}}
  memref.copy %x, %0 : memref<8xf32> to memref<8xf32>
  return
}

// -----

// Also in a loop, and a part that is large.
func.func @loop(%x: memref<2x4096xf32> {nn.arg = #nn.arg<parameter, "w">},
                 %arena: memref<?xi8>) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %0 = memref.view %arena[%c0][] : memref<?xi8> to memref<2x4096xf32>
  %1 = memref.view %arena[%c0][] : memref<?xi8> to memref<4096xf32>
  // expected-error @below {{entry `loop` copies a parameter}}
  memref.copy %x, %0 : memref<2x4096xf32> to memref<2x4096xf32>
  scf.for %i = %c0 to %c2 step %c1 {
    %part = memref.subview %x[%i, 0] [1, 4096] [1, 1] : memref<2x4096xf32> to memref<4096xf32, strided<[1], offset: ?>>
    // expected-error @below {{entry `loop` copies a parameter}}
    memref.copy %part, %1 : memref<4096xf32, strided<[1], offset: ?>> to memref<4096xf32>
  }
  return
}

// -----

// Updates may need each other's old values, a concat is what the program says,
// and what is computed before the loss had to be copied.
func.func @fine(%x: memref<64xf32> {nn.arg = #nn.arg<parameter, "a">},
                %w: memref<64x64xf32> {nn.arg = #nn.arg<parameter, "w">},
                %s: memref<64x64xf32> {nn.arg = #nn.arg<parameter, "s">, nn.separated},
                %arena: memref<?xi8>) attributes {nn.entry = "train_step"} {
  %c0 = arith.constant 0 : index
  %one = arith.constant 1.0 : f32
  %0 = memref.view %arena[%c0][] : memref<?xi8> to memref<64xf32>
  %1 = memref.view %arena[%c0][] : memref<?xi8> to memref<128x64xf32>
  %2 = memref.view %arena[%c0][] : memref<?xi8> to memref<64x64xf32>
  %half = memref.subview %1[0, 0] [64, 64] [1, 1] : memref<128x64xf32> to memref<64x64xf32, strided<[64, 1]>>
  memref.copy %x, %0 : memref<64xf32> to memref<64xf32>
  memref.store %one, %x[%c0] : memref<64xf32>
  memref.copy %w, %half : memref<64x64xf32> to memref<64x64xf32, strided<[64, 1]>>
  memref.copy %s, %2 : memref<64x64xf32> to memref<64x64xf32>
  return
}
