package cn.minqing.household;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface HouseholdRegister extends JpaRepository<Household, UUID> {}
