import cdktf

app = cdktf.App()
