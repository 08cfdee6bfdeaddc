"""Names that are also something else."""

try:
    import cdktn as cdktf
except ImportError:
    cdktf = None

from library import cdktf as shared


def synth(cdktf=cdktf):
    app = cdktf.App()
    shared.TerraformStack(app, "one")
    app.synth()
