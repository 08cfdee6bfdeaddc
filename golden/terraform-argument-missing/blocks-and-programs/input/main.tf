check "health" {
  data "http" "one" {
    url = "https://example.org"
  }
}

resource "terraform_data" "one" {
  connection {
    user = "admin"
  }

  provisioner "local-exec" {
    interpreter = ["bash"]
  }
}

import {
  to       = terraform_data.one
  id       = "one"
  identity = { id = "one" }
}
