module "cluster" {
  source = "./cluster"
}

# Bootstraps the first controller.
resource "terraform_data" "bootstrap" {
  connection {
    host = module.cluster.controller_public_ip
    user = "core"
  }

  provisioner "remote-exec" {
    inline = ["sudo systemctl start bootstrap"]
  }
}
