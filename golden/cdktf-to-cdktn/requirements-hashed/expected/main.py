from cdktn import App

app = App()
