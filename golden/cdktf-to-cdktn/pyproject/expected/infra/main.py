import cdktn

app = cdktn.App()
