variable "host" {
  type = string
}

resource "terraform_data" "one" {
  count = 2

  connection {
    host = var.host
  }

  provisioner "remote-exec" {
    when   = destroy
    inline = ["echo ${self.id} ${count.index} ${path.module} ${terraform_data.two.id}"]
  }
}

resource "terraform_data" "two" {
  provisioner "local-exec" {
    command = "echo ${var.host}"
  }
}

removed {
  from = terraform_data.three

  provisioner "local-exec" {
    when    = destroy
    command = "echo ${self.id} ${count.index} ${each.key}"
  }
}
