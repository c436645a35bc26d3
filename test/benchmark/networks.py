"""The networks of workloads/*.nn once more, over whatever computes.

`f` holds the weights by their paths in the .nn program and computes: it is
peers/ops_torch.py or peers/ops_jax.py. So one text, in the words of the .nn
files, is the network of every peer.
"""


def mlp(f, x):
    return f.dense(f.relu(f.dense(x, "hidden")), "out")


def lenet(f, x):
    x = f.image(x)
    x = f.max_pool(f.relu(f.batch_norm(f.conv(x, "conv1", pad=2), "norm1")), 2)
    x = f.max_pool(f.relu(f.batch_norm(f.conv(x, "conv2"), "norm2")), 2)
    x = f.flatten(x)
    x = f.dropout(f.relu(f.dense(x, "fc1")))
    x = f.dropout(f.relu(f.dense(x, "fc2")))
    return f.dense(x, "fc3")


def shortcut(f, x, at, stride):
    if not f.has(at + ".down.weight"):
        return x
    return f.batch_norm(f.conv(x, at + ".down", stride), at + ".down_norm")


def basic(f, x, at, stride=1):
    y = f.relu(f.batch_norm(f.conv(x, at + ".conv1", stride, pad=1), at + ".norm1"))
    y = f.batch_norm(f.conv(y, at + ".conv2", pad=1), at + ".norm2")
    return f.relu(y + shortcut(f, x, at, stride))


def resnet20(f, x):
    x = f.relu(f.batch_norm(f.conv(f.image(x), "stem", pad=1), "stem_norm"))
    for i in range(3):
        x = basic(f, x, f"stage1.{i}")
    for stage in (2, 3):
        x = basic(f, x, f"shrink{stage}", stride=2)
        for i in range(2):
            x = basic(f, x, f"stage{stage}.{i}")
    return f.dense(f.mean_of_pixels(x), "head")


def bottleneck(f, x, at, stride=1):
    y = f.relu(f.batch_norm(f.conv(x, at + ".conv1"), at + ".norm1"))
    y = f.relu(f.batch_norm(f.conv(y, at + ".conv2", stride, pad=1), at + ".norm2"))
    y = f.batch_norm(f.conv(y, at + ".conv3"), at + ".norm3")
    return f.relu(y + shortcut(f, x, at, stride))


def resnet50(f, x):
    x = f.relu(f.batch_norm(f.conv(f.image(x), "stem", 2, pad=3), "stem_norm"))
    x = f.max_pool(x, 3, stride=2, pad=1)
    for stage, (stride, more) in enumerate([(1, 2), (2, 3), (2, 5), (2, 2)], 1):
        x = bottleneck(f, x, f"first{stage}", stride)
        for i in range(more):
            x = bottleneck(f, x, f"stage{stage}.{i}")
    return f.dense(f.mean_of_pixels(x), "head")


def lstm(f, x):
    return f.dense(f.lstm_last(x, "lstm"), "out")


def gpt(f, tokens):
    x = f.embedding(tokens, "embed") + f.weight("position")
    for i in range(6):
        at = f"block.{i}"
        x = x + f.attention(f.layer_norm(x, at + ".norm1"), at + ".attn", 6, causal=True)
        y = f.gelu(f.dense(f.layer_norm(x, at + ".norm2"), at + ".up"))
        x = x + f.dense(y, at + ".down")
    return f.times_transposed(f.layer_norm(x, "norm"), "embed.weight")


def bert(f, tokens):
    x = f.layer_norm(f.embedding(tokens, "embed") + f.weight("position"), "norm")
    for i in range(12):
        at = f"block.{i}"
        x = f.layer_norm(x + f.attention(x, at + ".attn", 12), at + ".norm1")
        y = f.dense(f.gelu(f.dense(x, at + ".up")), at + ".down")
        x = f.layer_norm(x + y, at + ".norm2")
    return x


def inverted(f, x, at, stride=1):
    y = x
    if f.has(at + ".expand.weight"):
        y = f.relu6(f.batch_norm(f.conv(y, at + ".expand"), at + ".expand_norm"))
    y = f.conv(y, at + ".depth", stride, pad=1, groups=f.outputs(at + ".depth"))
    y = f.relu6(f.batch_norm(y, at + ".depth_norm"))
    y = f.batch_norm(f.conv(y, at + ".project"), at + ".project_norm")
    return x + y if x.shape == y.shape else y


def mobilenet(f, x):
    x = f.relu6(f.batch_norm(f.conv(f.image(x), "stem", 2, pad=1), "stem_norm"))
    x = inverted(f, x, "stage1")
    x = inverted(f, inverted(f, x, "first2", 2), "stage2")
    for stage, (stride, more) in enumerate([(2, 2), (2, 3), (1, 2), (2, 2)], 3):
        x = inverted(f, x, f"first{stage}", stride)
        for i in range(more):
            x = inverted(f, x, f"stage{stage}.{i}")
    x = inverted(f, x, "stage7")
    x = f.relu6(f.batch_norm(f.conv(x, "last"), "last_norm"))
    return f.dense(f.mean_of_pixels(x), "head")


def memory(f, x):
    m = 0.0
    for _ in range(100):
        b = f.clip((x - m) * 1.5 + 0.25, -4.0, 4.0)
        x = (b - f.abs(b) * 0.02) * 0.66
        m = f.mean_of_rows(x)
    return x - m
