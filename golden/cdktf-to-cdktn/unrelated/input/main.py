"""Nothing here imports cdktf."""

import my_cdktf_helper
from my_cdktf_helper import cdktf_version as version

# import cdktf
print(my_cdktf_helper.cdktf_version(), version(), "from cdktf import App")
