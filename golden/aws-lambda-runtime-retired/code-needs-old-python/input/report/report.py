import os
from distutils.version import LooseVersion
