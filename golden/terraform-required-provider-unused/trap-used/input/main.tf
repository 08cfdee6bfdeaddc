terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
    google = {
      source = "hashicorp/google"
    }
    null = {
      source = "hashicorp/null"
    }
    time = {
      source = "hashicorp/time"
    }
    assert = {
      source = "hashicorp/assert"
    }
    http = {
      source = "hashicorp/http"
    }
    random = {
      source = "hashicorp/random"
    }
    tls = {
      source = "hashicorp/tls"
    }
    archive = {
      source = "hashicorp/archive"
    }
    kubernetes = {
      source = "hashicorp/kubernetes"
    }
  }
}

provider "google" {
  project = "a"
}

resource "terraform_data" "a" {
  provider = null
  input    = provider::assert::cidr("10.0.0.0/16")
}

ephemeral "random_password" "a" {
  length = 12
}

check "up" {
  data "http" "a" {
    url = "https://example.com"
  }

  assert {
    condition     = data.http.a.status_code == 200
    error_message = "It is down."
  }
}

import {
  to       = aws_vpc.main
  id       = "vpc-1"
}

removed {
  from = time_static.a

  lifecycle {
    destroy = false
  }
}

module "child" {
  source    = "./child"
  providers = { tls = tls }
}
