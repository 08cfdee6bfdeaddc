import subprocess

from cdktf import App

subprocess.run(["cdktf", "get"], check=True)
print("see cdktf.out for the result of cdktf")
package = "cdktf_cdktf_provider_aws.vpc"
app = App()
