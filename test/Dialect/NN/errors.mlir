// RUN: nnc-opt %s -split-input-file -verify-diagnostics

// expected-error @below {{`2**batch` is not an expression over dims}}
func.func private @dims(tensor<?xf32, #nn.dims<"2**batch">>)

// -----

// expected-error @below {{#nn.dims<batch, _> names 2 sizes of a tensor of rank 1}}
func.func private @dims(tensor<?xf32, #nn.dims<batch, _>>)

// -----

// expected-error @below {{#nn.dims<batch, time> names axis 1, whose size is the number 3}}
func.func private @dims(tensor<?x3xf32, #nn.dims<batch, time>>)

// -----

// expected-error @below {{#nn.dims<_, _> names no size}}
func.func private @dims(tensor<?x3xf32, #nn.dims<_, _>>)

// -----

func.func @broadcast(%x: tensor<2xf32>) {
  // expected-error @below {{keeps the element type}}
  %y = nn.broadcast %x dims = [0] : tensor<2xf32> -> tensor<2xf64>
  return
}

// -----

func.func @broadcast(%x: tensor<2xf32>) {
  // expected-error @below {{names a result axis for each axis of the operand}}
  %y = nn.broadcast %x dims = [] : tensor<2xf32> -> tensor<2xf32>
  return
}

// -----

func.func @broadcast(%x: tensor<2xf32>) {
  // expected-error @below {{sends axis 0 to no axis of its own}}
  %y = nn.broadcast %x dims = [2] : tensor<2xf32> -> tensor<3x2xf32>
  return
}

// -----

// Two axes of one size are still two axes.
func.func @broadcast(%x: tensor<2x2xf32>) {
  // expected-error @below {{sends axis 1 to no axis of its own}}
  %y = nn.broadcast %x dims = [0, 0] : tensor<2x2xf32> -> tensor<2x2xf32>
  return
}

// -----

func.func @broadcast(%x: tensor<?xf32, #nn.dims<batch>>) {
  // expected-error @below {{cannot stretch axis 0 of 'tensor<?xf32, #nn.dims<batch>>'}}
  %y = nn.broadcast %x dims = [0] : tensor<?xf32, #nn.dims<batch>> -> tensor<?xf32, #nn.dims<time>>
  return
}

// -----

func.func @reshape(%x: tensor<2x3xf32>) {
  // expected-error @below {{cannot make 'tensor<5xf32>' of 'tensor<2x3xf32>'}}
  %y = nn.reshape %x : tensor<2x3xf32> -> tensor<5xf32>
  return
}

// -----

func.func @transpose(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{names an axis twice}}
  %y = nn.transpose %x perm = [0, 0] : tensor<2x3xf32> -> tensor<2x2xf32>
  return
}

// -----

func.func @transpose(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{permutes every axis of 'tensor<2x3xf32>'}}
  %y = nn.transpose %x perm = [0] : tensor<2x3xf32> -> tensor<2xf32>
  return
}

// -----

func.func @slice(%x: tensor<2x3xf32>) {
  // expected-error @below {{has one offset and one size per axis}}
  %y = nn.slice %x at [0] : tensor<2x3xf32> -> tensor<2x2xf32>
  return
}

// -----

func.func @slice(%x: tensor<2x3xf32>) {
  // expected-error @below {{leaves axis 1 of 'tensor<2x3xf32>'}}
  %y = nn.slice %x at [0, 2] : tensor<2x3xf32> -> tensor<2x2xf32>
  return
}

// -----

func.func @pad(%x: tensor<2xf32>) {
  // expected-error @below {{pads each axis on both sides}}
  %y = nn.pad %x low [1] high [] : tensor<2xf32> -> tensor<3xf32>
  return
}

// -----

func.func @pad(%x: tensor<2xf32>) {
  // expected-error @below {{cannot take elements away}}
  %y = nn.pad %x low [-1] high [0] : tensor<2xf32> -> tensor<1xf32>
  return
}

// -----

func.func @pad(%x: tensor<2xf32>) {
  // expected-error @below {{gives axis 0 another size}}
  %y = nn.pad %x low [1] high [0] : tensor<2xf32> -> tensor<4xf32>
  return
}

// -----

func.func @concat() {
  // expected-error @below {{joins at least one tensor}}
  %y = nn.concat axis = 0 : () -> tensor<4xf32>
  return
}

// -----

func.func @concat(%x: tensor<2xf32>) {
  // expected-error @below {{axis 1 is not one of 'tensor<4xf32>'}}
  %y = nn.concat %x, %x axis = 1 : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @concat(%x: tensor<2xf32>, %y: tensor<f32>) {
  // expected-error @below {{joins tensors of one rank}}
  %z = nn.concat %x, %y axis = 0 : (tensor<2xf32>, tensor<f32>) -> tensor<3xf32>
  return
}

// -----

func.func @concat(%x: tensor<2x3xf32>, %y: tensor<2x4xf32>) {
  // expected-error @below {{cannot join 'tensor<2x4xf32>' into 'tensor<4x3xf32>'}}
  %z = nn.concat %x, %y axis = 0 : (tensor<2x3xf32>, tensor<2x4xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @concat(%x: tensor<2xf32>) {
  // expected-error @below {{gives 4 elements along axis 0}}
  %z = nn.concat %x, %x axis = 0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @orthonormalize(%x: tensor<3x2xf32>) {
  // expected-error @below {{needs a static matrix with no more rows than columns}}
  %y = nn.orthonormalize %x : tensor<3x2xf32>
  return
}

// -----

func.func @cumsum(%x: tensor<2xf32>) {
  // expected-error @below {{axis 1 is not one of 'tensor<2xf32>'}}
  %y = nn.cumsum %x axis = 1 : tensor<2xf32>
  return
}

// -----

func.func @flip(%x: tensor<2xf32>) {
  // expected-error @below {{axis 1 is not one of 'tensor<2xf32>'}}
  %y = nn.flip %x axes = [1] : tensor<2xf32>
  return
}

// -----

func.func @flip(%x: tensor<2xf32>) {
  // expected-error @below {{names axis 0 twice}}
  %y = nn.flip %x axes = [0, 0] : tensor<2xf32>
  return
}

// -----

func.func @iota() {
  // expected-error @below {{axis -1 is not one of 'tensor<2xi32>'}}
  %y = nn.iota axis = -1 : tensor<2xi32>
  return
}

// -----

func.func @one_hot(%i: tensor<2xi32>) {
  // expected-error @below {{adds one axis to 'tensor<2xi32>'}}
  %y = nn.one_hot %i : tensor<2xi32> -> tensor<3x10xf32>
  return
}

// -----

func.func @take(%x: tensor<4x3xf32>, %i: tensor<3xi32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{takes one index per element of 'tensor<4x3xf32>' along axis 1, found 'tensor<3xi32>'}}
  %y = nn.take %x, %i axis = 1 : (tensor<4x3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @gather(%x: tensor<4x3xf32>, %i: tensor<3xi32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis 2 is not one of 'tensor<4x3xf32>'}}
  %y = nn.gather %x, %i axis = 2 : (tensor<4x3xf32>, tensor<3xi32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @scatter_add(%x: tensor<4x2xf32>, %i: tensor<5xi32>) {
  // expected-error @below {{adds one slice of 'tensor<3x2xf32>' per index}}
  %y = nn.scatter_add %x, %i axis = 0 : (tensor<4x2xf32>, tensor<5xi32>) -> tensor<3x2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{pattern "mk,nk->mn" does not name the axes of 1 operands}}
  %y = nn.einsum "mk,nk->mn" %x : (tensor<2x3xf32>) -> tensor<2x2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x3xf32>, %y: tensor<3xf64>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{multiplies elements of two types}}
  %z = nn.einsum "mk,k->m" %x, %y : (tensor<2x3xf32>, tensor<3xf64>) -> tensor<2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{"mkn" does not fit 'tensor<2x3xf32>'}}
  %y = nn.einsum "mkn->m" %x : (tensor<2x3xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x2xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{"mm" names an axis twice}}
  %y = nn.einsum "mm->m" %x : (tensor<2x2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x3xf32>, %y: tensor<4xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis `k` has two sizes}}
  %z = nn.einsum "mk,k->m" %x, %y : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis `n` of the result is not one of an operand}}
  %y = nn.einsum "mk->mn" %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @reduction(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis 2 is not one of 'tensor<2x3xf32>'}}
  %y = nn.sum %x axes = [2] : tensor<2x3xf32> -> tensor<2xf32>
  return
}

// -----

func.func @reduction(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{names an axis twice}}
  %y = nn.mean %x axes = [0, 0] : tensor<2x3xf32> -> tensor<3xf32>
  return
}

// -----

func.func @reduction(%x: tensor<2x3xf32>) {
  // expected-error @below {{inferred type(s) 'tensor<3xi32>' are incompatible with return type(s) of operation 'tensor<3xf32>'}}
  // expected-error @below {{failed to infer returned types}}
  %y = nn.argmax %x axes = [0] : tensor<2x3xf32> -> tensor<3xf32>
  return
}

// -----

func.func @softmax(%x: tensor<2x3xf32>) {
  // expected-error @below {{axis 2 is not one of 'tensor<2x3xf32>'}}
  %y = nn.softmax %x axis = 2 : tensor<2x3xf32>
  return
}

// -----

func.func @log_softmax(%x: tensor<2x3xf32>) {
  // expected-error @below {{axis -1 is not one of 'tensor<2x3xf32>'}}
  %y = nn.log_softmax %x axis = -1 : tensor<2x3xf32>
  return
}

// -----

func.func @cross_entropy(%x: tensor<4x10xf32>, %i: tensor<3xi32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{expects one label per row of 'tensor<4x10xf32>', found 'tensor<3xi32>'}}
  %y = nn.cross_entropy %x, %i axis = 1 : (tensor<4x10xf32>, tensor<3xi32>) -> tensor<f32>
  return
}

// -----

func.func @random(%p: f64) {
  // expected-error @below {{expects 1 argument for this distribution, found 2}}
  %y = nn.random bernoulli(%p, %p) key "drop" draw 0 : tensor<2xf32>
  return
}

// -----

func.func @random(%p: f64) {
  // expected-error @below {{expects 2 arguments for this distribution, found 1}}
  %y = nn.random normal(%p) key "w" draw 0 : tensor<2xf32>
  return
}

// -----

func.func @attention_axes(%q: tensor<3x4xf32>, %v: tensor<5x6xf32>) {
  // expected-error @below {{'nn.attention' op failed to infer returned types}}
  // expected-error @below {{pattern "ic,jc,jw->jw" does not name the axes of an attention}}
  %y, %l = nn.attention "ic,jc,jw->jw" %q, %q, %v scale = 1.0 : (tensor<3x4xf32>, tensor<3x4xf32>, tensor<5x6xf32>) -> (tensor<5x6xf32>, tensor<3xf32>)
  return
}

// -----

func.func @attention_sizes(%q: tensor<3x4xf32>, %v: tensor<5x6xf32>) {
  // expected-error @below {{'nn.attention' op failed to infer returned types}}
  // expected-error @below {{axis `j` has two sizes}}
  %y, %l = nn.attention "ic,jc,jw->iw" %q, %q, %v scale = 1.0 : (tensor<3x4xf32>, tensor<3x4xf32>, tensor<5x6xf32>) -> (tensor<3x6xf32>, tensor<3xf32>)
  return
}

// -----

func.func @attention_grad_rows(%q: tensor<3x4xf32>, %l: tensor<3xf32>, %d: tensor<4xf32>) {
  // expected-error @below {{'nn.attention_grad' op failed to infer returned types}}
  // expected-error @below {{axis `i` has two sizes}}
  %dq, %dk, %dv = nn.attention_grad "ic,jc,jw->iw" %q, %q, %q, %q, %l, %d scale = 1.0 : (tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>, tensor<3xf32>, tensor<4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>)
  return
}
