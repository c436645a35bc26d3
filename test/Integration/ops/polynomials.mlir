// The polynomials of nn-cpu-expand-math against f64 libm, in units in the last
// place of f32, over a sweep of the range in which each function varies.
// RUN: %polynomials %s | %execute | FileCheck %s

// CHECK: exp within 1.5 ulp: 1
// CHECK: log within 1.5 ulp: 1
// CHECK: tanh within 5 ulp: 1
// CHECK: erf within 1.5 ulp: 1

func.func private @printI64(i64)
func.func private @printNewline()

// The distance of an f32 from the exact value.
func.func private @ulps(%got: f32, %want: f64) -> f64 {
  %near = arith.truncf %want : f64 to f32
  %size = math.absf %near : f32
  %bits = arith.bitcast %size : f32 to i32
  %one = arith.constant 1 : i32
  %next_bits = arith.addi %bits, %one : i32
  %next = arith.bitcast %next_bits : i32 to f32
  %above = arith.extf %next : f32 to f64
  %here = arith.extf %size : f32 to f64
  %ulp = arith.subf %above, %here : f64
  %wide = arith.extf %got : f32 to f64
  %difference = arith.subf %wide, %want : f64
  %distance = math.absf %difference : f64
  %result = arith.divf %distance, %ulp : f64
  return %result : f64
}

// Element i of the sweep from `low` to `high`.
func.func private @point(%i: index, %low: f64, %high: f64) -> f32 {
  %n = arith.constant 1.0e+05 : f64
  %i64 = arith.index_cast %i : index to i64
  %fi = arith.sitofp %i64 : i64 to f64
  %range = arith.subf %high, %low : f64
  %part = arith.mulf %range, %fi : f64
  %step = arith.divf %part, %n : f64
  %x = arith.addf %low, %step : f64
  %r = arith.truncf %x : f64 to f32
  return %r : f32
}

func.func private @report(%most: f64, %bound: f64) {
  %ok = arith.cmpf ole, %most, %bound : f64
  %n = arith.extui %ok : i1 to i64
  call @printI64(%n) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}

func.func @main() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %n = arith.constant 100000 : index
  %zero = arith.constant 0.0 : f64
  %few = arith.constant 1.5 : f64
  %more = arith.constant 5.0 : f64

  // Below -87 results are denormal, which programs flush.
  %exp_low = arith.constant -87.0 : f64
  %exp_high = arith.constant 88.7 : f64
  %exp = scf.for %i = %c0 to %n step %c1 iter_args(%most = %zero) -> f64 {
    %x = func.call @point(%i, %exp_low, %exp_high) : (index, f64, f64) -> f32
    %got = math.exp %x : f32
    %wide = arith.extf %x : f32 to f64
    %want = math.exp %wide : f64
    %error = func.call @ulps(%got, %want) : (f32, f64) -> f64
    %next = arith.maximumf %most, %error : f64
    scf.yield %next : f64
  }
  vector.print str "exp within 1.5 ulp: "
  call @report(%exp, %few) : (f64, f64) -> ()

  // The exponents of its argument are what matters to log.
  %log_low = arith.constant -87.0 : f64
  %log_high = arith.constant 88.7 : f64
  %log = scf.for %i = %c0 to %n step %c1 iter_args(%most = %zero) -> f64 {
    %e = func.call @point(%i, %log_low, %log_high) : (index, f64, f64) -> f32
    %ewide = arith.extf %e : f32 to f64
    %xwide = math.exp %ewide : f64
    %x = arith.truncf %xwide : f64 to f32
    %got = math.log %x : f32
    %wide = arith.extf %x : f32 to f64
    %want = math.log %wide : f64
    %error = func.call @ulps(%got, %want) : (f32, f64) -> f64
    %next = arith.maximumf %most, %error : f64
    scf.yield %next : f64
  }
  vector.print str "log within 1.5 ulp: "
  call @report(%log, %few) : (f64, f64) -> ()

  %side_low = arith.constant -10.0 : f64
  %side_high = arith.constant 10.1 : f64
  %tanh = scf.for %i = %c0 to %n step %c1 iter_args(%most = %zero) -> f64 {
    %x = func.call @point(%i, %side_low, %side_high) : (index, f64, f64) -> f32
    %got = math.tanh %x : f32
    %wide = arith.extf %x : f32 to f64
    %want = math.tanh %wide : f64
    %error = func.call @ulps(%got, %want) : (f32, f64) -> f64
    %next = arith.maximumf %most, %error : f64
    scf.yield %next : f64
  }
  vector.print str "tanh within 5 ulp: "
  call @report(%tanh, %more) : (f64, f64) -> ()

  %erf = scf.for %i = %c0 to %n step %c1 iter_args(%most = %zero) -> f64 {
    %x = func.call @point(%i, %side_low, %side_high) : (index, f64, f64) -> f32
    %got = math.erf %x : f32
    %wide = arith.extf %x : f32 to f64
    %want = math.erf %wide : f64
    %error = func.call @ulps(%got, %want) : (f32, f64) -> f64
    %next = arith.maximumf %most, %error : f64
    scf.yield %next : f64
  }
  vector.print str "erf within 1.5 ulp: "
  call @report(%erf, %few) : (f64, f64) -> ()
  return
}
