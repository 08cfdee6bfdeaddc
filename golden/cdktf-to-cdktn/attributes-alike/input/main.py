"""The name is used for nothing else here."""

import cdktf


def describe(options):
    # options.cdktf is the user's own, and so is the keyword
    return dict(cdktf=options.cdktf, version=cdktf.AppConfig)
