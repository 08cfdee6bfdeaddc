terraform {
  cloud {
    organization = "example"

    workspaces {
      name = "network"
    }
  }

  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }

  provider_meta "aws" {
    user_agent = ["example"]
  }
}

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

  lifecycle {
    postcondition {
      condition     = self.id != ""
      error_message = "It needs an id."
    }
  }
}

ephemeral "aws_secretsmanager_secret_version" "one" {
  secret_id = "one"

  lifecycle {
    precondition {
      condition     = terraform_data.one.id != ""
      error_message = "It needs an id."
    }
  }
}

removed {
  from = terraform_data.two

  lifecycle {
    destroy = false
  }

  provisioner "local-exec" {
    when    = destroy
    command = "true"
  }
}

check "health" {
  data "http" "one" {
    url = "https://example.org"
  }

  assert {
    condition     = data.http.one.status_code == 200
    error_message = "It is not healthy."
  }
}
