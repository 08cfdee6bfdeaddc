from .._jsii import *

import cdktf as _cdktf_9a9027ec


class Vpc(_cdktf_9a9027ec.TerraformResource):
    pass
