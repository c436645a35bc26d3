"""IREE's compiler for CPUs, from ONNX, for the processor at hand."""

import os
import subprocess
import sys

import iree.compiler.version as compiler_version
import iree.runtime as runtime

from peers import Base


class Peer(Base):
    version = "IREE " + compiler_version.VERSION

    def __init__(self, job):
        super().__init__(job)
        tools = os.path.dirname(sys.executable)
        stem = job["onnx"].removesuffix(".onnx")

        def build():
            subprocess.run([os.path.join(tools, "iree-import-onnx"), job["onnx"], "-o",
                            stem + ".mlir"], check=True, capture_output=True)
            subprocess.run([os.path.join(tools, "iree-compile"), stem + ".mlir", "-o",
                            stem + ".vmfb", "--iree-hal-target-device=local",
                            "--iree-hal-local-target-device-backends=llvm-cpu",
                            "--iree-llvmcpu-target-cpu=host", "--iree-opt-level=O3"],
                           check=True, capture_output=True)

        try:
            self.compiled(build)
        except subprocess.CalledProcessError as error:
            lines = error.stderr.decode().splitlines()
            raise RuntimeError(next((line for line in lines if "error:" in line), lines[-1])) from None
        driver = "local-sync" if self.threads == 1 else "local-task"
        config = runtime.Config(driver)
        module = runtime.load_vm_flatbuffer_file(stem + ".vmfb", driver=driver)
        self.function = module.main_graph
        self.x = runtime.asdevicearray(config.device, next(iter(self.batch.values())))

    def step(self):
        return self.function(self.x)

    def value(self, result):
        return result.to_host()
