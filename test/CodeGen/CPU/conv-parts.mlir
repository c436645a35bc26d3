// RUN: nnc-opt %s --nn-to-linalg --nn-cpu-convolutions | FileCheck %s

// Threads share the work on few images: parts of the result's channels, as many
// as are worth it.
// CHECK-LABEL: func.func @wide
// CHECK: func.func private @conv(
// CHECK: %[[N:.*]] = tensor.dim
// CHECK: %[[FEW:.*]] = arith.cmpi ult, %[[N]], %{{.*}}
// CHECK: %[[PARTS:.*]] = arith.select %[[FEW]], %{{.*}}, %{{.*}}
// CHECK: %[[EACH:.*]] = arith.divui %{{.*}}, %[[PARTS]]
// CHECK: %[[ALL:.*]] = arith.muli %[[N]], %[[PARTS]]
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %[[ALL]]
// CHECK: arith.divui %[[I]], %[[PARTS]]
// CHECK: %[[PART:.*]] = arith.remui %[[I]], %[[PARTS]]
// CHECK: arith.muli %[[PART]], %[[EACH]]
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[EACH]]
func.func @wide(%x: tensor<?x128x16x16xf32, #nn.dims<n, _, _, _>>, %w: tensor<256x128x1x1xf32>) -> tensor<?x256x16x16xf32, #nn.dims<n, _, _, _>> {
  %y = nn.conv %x, %w strides [1, 1] pads [0, 0] dilations [1, 1] groups 1 : (tensor<?x128x16x16xf32, #nn.dims<n, _, _, _>>, tensor<256x128x1x1xf32>) -> tensor<?x256x16x16xf32, #nn.dims<n, _, _, _>>
  return %y : tensor<?x256x16x16xf32, #nn.dims<n, _, _, _>>
}
