terraform {
  required_version = ">= 1.5"

  required_providers {
    # Amazon
    aws = {
      source  = "hashicorp/aws" # ours
      version = "~> 5.31"
    }
    datadog = { source = "DataDog/datadog", version = "~> 3.34" }
  }
}
