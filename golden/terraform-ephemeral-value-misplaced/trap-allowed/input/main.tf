variable "token" {
  type      = string
  ephemeral = true
}

provider "github" {
  token = var.token
}

module "child" {
  source = "./child"

  token = var.token
}

resource "terraform_data" "run" {
  provisioner "local-exec" {
    command     = "echo"
    environment = { TOKEN = var.token }
  }
}
