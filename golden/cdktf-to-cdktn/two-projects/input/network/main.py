from cdktf import App

app = App()
