import jsii

import cdktf._jsii

__jsii_assembly__ = jsii.JSIIAssembly.load("aws", "0.0.0", __name__[0:-6], "aws@0.0.0.jsii.tgz")
