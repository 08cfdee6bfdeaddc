terraform -chdir=root apply -var other=y
