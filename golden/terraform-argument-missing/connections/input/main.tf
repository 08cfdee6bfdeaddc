resource "terraform_data" "one" {
  connection {
    host = "example.org"
  }

  provisioner "remote-exec" {
    inline = ["true"]

    connection {
      user = "admin"
    }
  }
}

resource "terraform_data" "two" {
  connection {
    user = "admin"
  }
}

output "nothing" {
  value = null
}

import {
  to       = terraform_data.one
  identity = { id = "one" }
}
